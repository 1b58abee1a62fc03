import { createHash } from 'node:crypto';
import type { Paper } from '../render/page.js';
import type { PdfFile } from './pdf-file.js';
import { pdfLib } from './pdf-lib.js';

/** Who made a PDF, in the words that its properties show. */
export interface Maker {
  /** `Deckhand 0.1.0` */
  readonly creator: string;
  /** `HeadlessChrome/147.0.7727.0`: browsers differ in their bytes, so the file names its own. */
  readonly producer: string;
}

/** Written where the identifier will stand: as long as it, and nowhere else in a file. */
const placeholder = '00DECC0000DECC0000DECC0000DECC00';

/** Writes title, authors, language and so on, and takes away the time of printing that the browser wrote. */
export function writeInformation({ context, catalog }: PdfFile, paper: Paper, maker: Maker): void {
  const { PDFHexString, PDFName, PDFString } = pdfLib();
  const text = (value: string) => (value === '' ? undefined : PDFHexString.fromText(value));
  const date = paper.date === null ? undefined : PDFString.of(`D:${paper.date.replaceAll('-', '')}000000Z`);
  if (context.trailerInfo.Info !== undefined) {
    const old = context.getRef(context.trailerInfo.Info);
    if (old !== undefined) context.delete(old);
  }
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: text(paper.title),
      Author: text(paper.authors.join(', ')),
      Subject: text(paper.subject ?? ''),
      Keywords: text(paper.keywords.join(', ')),
      Creator: text(maker.creator),
      Producer: text(maker.producer),
      CreationDate: date,
      ModDate: date,
    }),
  );
  catalog.set(PDFName.of('Lang'), PDFString.of(paper.lang));
  catalog.set(PDFName.of('ViewerPreferences'), context.obj({ DisplayDocTitle: true }));
  const metadata = context.stream(Buffer.from(xmp(paper, maker)), { Type: 'Metadata', Subtype: 'XML' });
  catalog.set(PDFName.of('Metadata'), context.register(metadata));
  const id = PDFHexString.of(placeholder);
  context.trailerInfo.ID = context.obj([id, id]);
}

/** The same once more as XMP, which is where PDF/UA says what it is. */
function xmp(paper: Paper, maker: Maker): string {
  const alternative = (text: string) =>
    `<rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(text)}</rdf:li></rdf:Alt>`;
  const each = (kind: 'Bag' | 'Seq', texts: readonly string[]) =>
    `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escapeXml(text)}</rdf:li>`).join('')}</rdf:${kind}>`;
  const date = paper.date === null ? null : `${paper.date}T00:00:00Z`;
  const properties: readonly (readonly [name: string, value: string | null])[] = [
    ['pdfuaid:part', '1'],
    ['dc:format', 'application/pdf'],
    ['dc:language', each('Bag', [paper.lang])],
    ['dc:title', alternative(paper.title)],
    ['dc:creator', paper.authors.length > 0 ? each('Seq', paper.authors) : null],
    ['dc:description', paper.subject === null ? null : alternative(paper.subject)],
    ['dc:subject', paper.keywords.length > 0 ? each('Bag', paper.keywords) : null],
    ['pdf:Keywords', paper.keywords.length > 0 ? escapeXml(paper.keywords.join(', ')) : null],
    ['pdf:Producer', escapeXml(maker.producer)],
    ['xmp:CreatorTool', escapeXml(maker.creator)],
    ['xmp:CreateDate', date],
    ['xmp:ModifyDate', date],
  ];
  const written = properties.flatMap(([name, value]) =>
    value === null ? [] : [`<${name}>${value}</${name}>`],
  );
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><rdf:Description rdf:about=""
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
${written.join('\n')}
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Puts a hash of the whole file where {@link writeInformation} left room for it: equal files have equal identifiers. */
export function stampIdentifier(bytes: Uint8Array): void {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const identifier = createHash('sha256')
    .update(file)
    .digest('hex')
    .slice(0, placeholder.length)
    .toUpperCase();
  // The trailer stands at the very end.
  for (let at = file.lastIndexOf(placeholder); at !== -1; at = file.lastIndexOf(placeholder, at - 1)) {
    file.write(identifier, at, 'latin1');
    if (file.length - at > 1000) break;
  }
}
