import { sheets } from './printing.js';

const dot =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

/** Slides with whatever has a tag of its own, and with what has none: furniture, grounds, borders, groups that are half transparent. */
export const wholePage = sheets(
  [
    {
      id: 'one',
      html: `<h1>One</h1>
<nav role="doc-toc"><ol><li><a href="#two">Two</a><ul><li><a href="#three">Three</a></li></ul></li></ol></nav>
<ul><li>First <em>and</em> <strong>foremost</strong><ol><li>inside</li></ol></li><li>Second</li></ul>
<dl><div><dt>Term</dt><dt>Word</dt><dd>What it means</dd></div><div><dt>Other</dt><dd>Another</dd></div></dl>
<p>A word in <span lang="de">deutscher</span> and <i lang="fr">française</i> tongue.</p>`,
    },
    {
      id: 'two',
      html: `<h2>Two</h2><aside>Aside</aside>
<p><a href="#one">Back</a> or <a href="https://example.org/?a=1&b=2">away</a>
<a href="https://example.org/"><img src="${dot}" alt="" style="width:9px;height:9px"></a></p>
<table><caption>Keys</caption><thead><tr><th></th><th scope="col">Key</th></tr></thead>
<tbody><tr><th scope="row">a</th><td>Value</td></tr><tr><th scope="row">b</th><td></td></tr></tbody></table>
<p>Said<sup><a role="doc-noteref" href="#n1" id="r1">1</a></sup> and <ruby>tide<rt>taid</rt></ruby>.</p>
<aside role="doc-endnotes"><ol><li id="n1">A note. <a role="doc-backlink" href="#r1">back</a></li><li id="n2">One more.</li></ol></aside>`,
    },
    {
      id: 'three',
      html: `<h2>Three</h2><h4>Deep</h4>
<figure><img src="${dot}" width="40" height="40" alt="A dot"><figcaption>With words</figcaption></figure>
<figure><img src="${dot}" width="40" height="40" alt=""><figcaption>With a caption alone</figcaption></figure>
<figure><svg aria-hidden="true" width="9" height="9"><rect width="9" height="9"/></svg><blockquote>Said</blockquote><figcaption>Somebody</figcaption></figure>
<figure><figcaption>code.js</figcaption><pre><code>const a = 1;</code></pre></figure>
<svg role="img" aria-label="A circle" width="40" height="40"><circle cx="20" cy="20" r="9"/><text y="20">T</text></svg>
<svg width="40" height="40"><title>A square</title><rect width="9" height="9"/></svg>
<svg role="img" width="40" height="40"><rect width="9" height="9"/></svg>
<img src="${dot}" width="40" height="40">
<p><input type="checkbox" checked aria-label="done"> and <button>press</button></p>
<p>As <span role="math" aria-label="x^2"><i>x</i><sup>2</sup></span> or <math><mi>y</mi><mo>=</mo><mn>2</mn></math>.</p>
`,
    },
    {
      id: 'four',
      html: `<h2>Four</h2><p style="opacity:.5">Half here</p><div style="opacity:.5"><p style="opacity:.5">A quarter</p></div>
<ul><div>No item</div></ul><ul role="list"><p>None either</p></ul>
<div role="table"><p>No table</p></div>
<table><tr><td rowspan="3">Too high</td><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>`,
    },
  ],
  `<style>
@page { margin: 0 0 60px; @bottom-right { content: "Page " counter(page); border-top: 2px solid; background: #eee } }
body { font-size: 16px }
.slide { height: 660px; background: linear-gradient(90deg, #eee 50%, #ddd 50%); border: 4px solid; outline: 2px dashed }
.slide::before { content: ""; position: absolute; inset: 0 auto 0 0; width: 20px; background: #c00 }
table { border-collapse: collapse } td, th { border: 2px solid; background: #ffc } pre, code { background: #eee; border: 1px solid }
</style>`,
);

const words =
  'Whoever reads this reads on, since it goes over the end of the page and begins anew on the next one. ';

/** A book: words, tables, lists and links that run over pages, heads and feet in the margins, a list of contents, room to write. */
export const flowingPage = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>A talk</title><style>
@page { size: 500px 400px; margin: 60px 40px;
  @top-left { content: "A talk"; border-bottom: 1px solid } @bottom-right { content: "Page " counter(page) " of " counter(pages) } }
@page chapter { @top-right { content: "Chapter one" } }
section { page: chapter; break-before: page } th, td { border: 1px solid } tr { break-inside: avoid }
.line { border-bottom: 1px solid #888; height: 30px }
</style></head><body>
<h1>A book</h1>
<nav role="doc-toc"><ol>${Array.from({ length: 30 }, (_, at) => `<li><a href="#c${at + 1}">Chapter ${at + 1}</a> <span>${at + 2}</span></li>`).join('')}</ol></nav>
${Array.from(
  { length: 3 },
  (_, at) => `<section id="c${at + 1}"><h2>Chapter ${at + 1}</h2>
<p>${words.repeat(20)}<a href="https://example.org/${at}">${words.repeat(8)}</a></p>
<ol>${`<li>${words.repeat(3)}</li>`.repeat(9)}</ol>
<table><caption>Rows</caption><thead><tr><th>A</th><th>B</th></tr></thead><tbody>${`<tr><td>${words}</td><td></td></tr>`.repeat(20)}</tbody></table>
<figure><pre><code>${'one\n'.repeat(60)}</code></pre></figure>
${'<div class="line"></div>'.repeat(20)}
<svg width="300" height="90" aria-hidden="true"><path d="M0 30h300M0 60h300" stroke="#888"/></svg>
<aside role="doc-endnotes"><ol><li id="f${at}">${words.repeat(9)}</li></ol></aside></section>`,
).join('\n')}
</body></html>`;
