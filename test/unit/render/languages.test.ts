import { describe, expect, test } from 'vitest';
import { grammarOf, loadHighlight } from '../../../src/render/highlight.js';
import { aliases, languages } from '../../../src/render/languages.js';

/** A line or two as talks show them, and a piece of them with the class it has to get. */
const samples: Readonly<Record<string, readonly [code: string, words: string, scope: string]>> = {
  bash: ['export A="b" # why', '"b"', 'string'],
  c: ['int main(void) { return 0; }', 'return', 'keyword'],
  cmake: ['add_executable(app main.c)', 'add_executable', 'keyword'],
  console: ['$ docker ps -a\nCONTAINER ID', '$ ', 'meta prompt_'],
  cpp: ['auto x = std::move(y);', 'auto', 'keyword'],
  csharp: ['public class Box { }', 'class', 'keyword'],
  css: ['.slide { color: red; }', 'color', 'attribute'],
  diff: ['- a\n+ b', '+ b', 'addition'],
  dockerfile: ['FROM node:20\nRUN echo "a"', '"a"', 'string'],
  elixir: ['defmodule Port do\nend', 'defmodule', 'keyword'],
  gherkin: ['Given a ship', 'Given', 'keyword'],
  go: ['func main() {}', 'func', 'keyword'],
  graphql: ['query { ships { name } }', 'query', 'keyword'],
  groovy: ["pipeline { agent any }\ndef a = 'b'", "'b'", 'string'],
  hcl: ['resource "aws_instance" "web" {\n  count = 2\n}', 'resource', 'keyword'],
  helm: ['replicas: {{ .Values.replicas | default 2 }}', 'default', 'built_in'],
  http: ['GET /ships HTTP/1.1\nHost: e.org', 'GET', 'keyword'],
  ini: ['[a]\nb = "c"', '[a]', 'section'],
  java: ['class Box { String name; }', 'class', 'keyword'],
  javascript: ['const a = `b`;', 'const', 'keyword'],
  json: ['{"a": true}', '"a"', 'attr'],
  kotlin: ['fun main() = println("a")', 'fun', 'keyword'],
  lua: ['local a = "b"', 'local', 'keyword'],
  makefile: ['build: main.c\n\tcc $<', 'build: main.c', 'section'],
  nginx: ['server { listen 80; }', 'listen', 'attribute'],
  pgsql: ['CREATE TABLE ship (name TEXT);', 'CREATE', 'keyword'],
  php: ['<?php echo "a"; ?>', '"a"', 'string'],
  powershell: ['Get-ChildItem -Path $env:HOME', 'Get-ChildItem', 'built_in'],
  promql: ['sum by (pod) (rate(http_requests_total{job="shop"}[5m]))', 'rate', 'built_in'],
  properties: ['a.b=c', 'a.b', 'attr'],
  protobuf: ['message Ship { string name = 1; }', 'message ', 'keyword'],
  python: ['def port(): return None', 'def', 'keyword'],
  r: ['port <- function(x) x', 'function', 'keyword'],
  rego: ['package ports\ndefault allow := false', 'default', 'keyword'],
  ruby: ['def port; end', 'def', 'keyword'],
  rust: ['fn main() {}', 'fn', 'keyword'],
  scala: ['object Port extends App', 'object', 'keyword'],
  sql: ['SELECT name FROM ship', 'SELECT', 'keyword'],
  swift: ['let a = "b"', 'let', 'keyword'],
  typescript: ['interface Ship { name: string }', 'interface', 'keyword'],
  xml: ['<p class="a">b</p>', 'p', 'name'],
  yaml: ['kind: Pod # one', 'kind:', 'attr'],
};

const coloured = async (text: string, language: string) =>
  (await loadHighlight([{ language, text }]))(text, language);

describe('code in', () => {
  test.each(Object.keys(samples))('%s has colours', async (language) => {
    const [code, words, scope] = samples[language] ?? ['', '', ''];
    const escaped = words.replaceAll('"', '&quot;').replaceAll("'", '&#x27;');
    expect(await coloured(code, language)).toContain(`<span class="hljs-${scope}">${escaped}</span>`);
  });

  test.each(Object.keys(languages).filter((name) => !Object.hasOwn(samples, name)))(
    '%s can be loaded and loses no text',
    async (language) => {
      const code = 'a <b> "c" & 1\n  # d { e } // f\n';
      expect(plain((await coloured(code, language)) ?? '')).toBe(code);
    },
  );

  test('a language has colours under all of its names', () => {
    expect(Object.keys(aliases).filter((name) => grammarOf(name) === null)).toEqual([]);
    // A name of its own is no other one's.
    expect(Object.keys(aliases).filter((name) => Object.hasOwn(languages, name))).toEqual([]);
  });

  test('a language inside another one is coloured whatever else was shown before', async () => {
    const first = await coloured('FROM a\nRUN echo "b"', 'dockerfile');
    await loadHighlight(['bash', 'ruby', 'sql', 'http'].map((language) => ({ language, text: 'a' })));
    expect(await coloured('FROM a\nRUN echo "b"', 'dockerfile')).toBe(first);
    expect(
      await coloured('HTTP/1.1 200 OK\nContent-Type: application/json\n\n{"a": true}', 'http'),
    ).toContain('<span class="hljs-literal">');
  });

  test.each([
    ['const a = html`<b>c</b>`', '<span class="hljs-name">b</span>'],
    ['const a = css`b { color: red }`', '<span class="hljs-attribute">color</span>'],
    ['const a = gql`query { b }`', '<span class="hljs-keyword">query</span>'],
    ['return <Ship name="b"/>', '<span class="hljs-name">Ship</span>'],
    ['return <><b>c</b></>', '<span class="hljs-name">b</span>'],
  ])('%s has the colours of what stands in it', async (code, span) => {
    expect(await coloured(code, 'javascript')).toContain(span);
    expect(await coloured(code, 'typescript')).toContain(span);
    // What is loaded for one program colours no other.
    const other = 'if (a < b && c > d) log(`e < f`)';
    const both = await loadHighlight([
      { language: 'javascript', text: other },
      { language: 'javascript', text: code },
    ]);
    expect(both(code, 'javascript')).toContain(span);
    expect(both(other, 'javascript')).toBe(await coloured(other, 'javascript'));
  });
});

describe('code that no slide can show', () => {
  const parts = ['a', 'a-', 'a ', '"', '{{', '('];

  test('has no colours', async () => {
    expect(await coloured('a'.repeat(2000), 'yaml')).toBeNull();
    expect(await coloured('a: b\n'.repeat(30_000), 'yaml')).toBeNull();
  });

  test.each(['bash', 'yaml', 'console', 'hcl', 'helm', 'promql', 'rego'])(
    'just before that, in %s, does not keep a build',
    async (language) => {
      for (const part of parts) {
        const line = `a@${part.repeat(1990 / part.length)}`;
        const since = process.cpuUsage();
        expect(await coloured(`$ ${line.slice(2)}\n${line}\n`, language)).not.toBeNull();
        const { user, system } = process.cpuUsage(since);
        expect(user + system, part).toBeLessThan(5_000_000);
      }
    },
    60_000,
  );
});

describe('a terminal', () => {
  const typed = async (text: string) =>
    [
      ...((await coloured(text, 'console')) ?? '').matchAll(
        /<span class="language-bash">([\s\S]*?)<\/span>(?=\n|$)/g,
      ),
    ].map((match) => plain(match[1] ?? ''));

  test.each([
    ['$ ls -l\ntotal 0', ['ls -l']],
    ['# apt update\nHit:1', ['apt update']],
    ['ada@harbor:~/shop$ docker ps', ['docker ps']],
    ['[ada@harbor shop]$ pwd\n/home', ['pwd']],
    ['(venv) ada@harbor:~$ pip list', ['pip list']],
    ['~/shop $ make', ['make']],
    ['PS C:\\shop> Get-Item .', ['Get-Item .']],
    ['mysql> SHOW TABLES;', ['SHOW TABLES;']],
    ['$ docker run \\\n  --rm a\nb', ['docker run \\\n  --rm a']],
    ['$ a\n> b', ['a', 'b']],
  ])('types %j', async (text, commands) => {
    expect(await typed(text)).toEqual(commands);
  });

  test.each(['#5 extracting sha256', '100% done', 'a -> b', 'NAME READY', 'x=3 > y', '$HOME is full'])(
    'prints %j',
    async (line) => {
      expect(await typed(`$ true\n${line}`)).toEqual(['true']);
    },
  );

  test('without a prompt is a script', async () => {
    expect(await coloured('echo "a" # b', 'shell')).toBe(await coloured('echo "a" # b', 'bash'));
  });
});

function plain(html: string): string {
  const text = html.replace(/<[^>]*>/g, '');
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}
