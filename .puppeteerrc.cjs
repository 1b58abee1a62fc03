// The headless shell comes inside an npm package where that package serves (Linux on x64), so that `npm ci`
// fetches nothing but packages. Elsewhere puppeteer may fetch its own Chrome.
const shellServes = process.platform === 'linux' && process.arch === 'x64';

module.exports = { skipDownload: shellServes };
