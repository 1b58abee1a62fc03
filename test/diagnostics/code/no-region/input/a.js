// #region start
let a = 1;
// #endregion
