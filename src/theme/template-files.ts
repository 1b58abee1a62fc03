/** A file of somebody's own folder of templates: where it stands, and what is in it. */
export interface OwnTemplate {
  /** As it is shown. */
  readonly file: string;
  readonly text: string;
}

/** Files of one's own by what they replace: their path below the folder, as `products/workbook.hbs`. */
export type OwnTemplates = ReadonlyMap<string, OwnTemplate>;

/** One object for all who bring nothing: what is made of templates is kept by it. */
export const noOwnTemplates: OwnTemplates = new Map();

/** Where the pages of an edition come from: its own files first, then Deckhand's folder. */
export interface TemplateFiles {
  readonly own: OwnTemplates;
  readonly folder: string;
}
