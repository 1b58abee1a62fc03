/**
 * The decks that are measured: the same content in each tool's own dialect.
 *
 * A deck is made as data first (`slidesOf`) and then written three times, so that nobody can have got the easier
 * text. No two slides are alike: a tool which remembers what it has highlighted gains nothing. Nothing here is
 * random, so two runs measure the same bytes.
 */

/**
 * @typedef {object} Slide
 * @property {1 | 2} level 1 opens a section, 2 is any other slide
 * @property {string} title
 * @property {string[]} blocks Markdown that all three dialects read alike
 * @property {string} notes what only the speaker sees
 */

/** Every tenth slide opens a section. */
const SECTION_EVERY = 10;

const WORDS =
  'service container image layer cluster node pod volume network policy probe rollout replica secret config label namespace registry scheduler ingress'.split(
    ' ',
  );

/** The `at`-th word; neighbours differ, and the order does not repeat within a deck. */
function word(at) {
  return WORDS[(at * 7 + (at >> 4)) % WORDS.length] ?? 'service';
}

function sentence(at) {
  return `The ${word(at)} keeps its ${word(at + 1)} until **${word(at + 2)} ${at}** asks for \`${word(at + 3)}-${at}\`, which *every* ${word(at + 4)} can [look up](https://example.org/${word(at + 5)}/${at}).`;
}

/** About a minute of speech. */
function speech(at) {
  return [
    `Ask who has met a ${word(at)} that would not stop. Wait for hands, then tell the story of the ${word(at + 3)}.`,
    sentence(at + 6),
    `What matters here is not the ${word(at + 8)} but the ${word(at + 9)}: it is what ${at} of you will touch on Monday, and what the ${word(at + 11)} hides until something breaks.`,
    `If somebody asks about the ${word(at + 13)}, promise the answer for part ${at + 1} and go on.`,
  ].join(' ');
}

/** Eight languages that all the tools highlight, about as much as a slide can hold; each program mentions `at`. */
const PROGRAMS = [
  [
    'javascript',
    (at) => `import { setTimeout } from 'node:timers/promises';

// Ask until it answers, but not for ever.
export async function deploy(name, { replicas = ${at} } = {}) {
  for (let attempt = 1; attempt <= ${(at % 7) + 3}; attempt += 1) {
    const found = await fetch(\`/api/workloads/\${name}\`, { method: 'PUT' });
    if (found.ok) return { ...(await found.json()), replicas };
    await setTimeout(250 * attempt);
  }
  throw new Error('no answer about ' + name);
}`,
  ],
  [
    'python',
    (at) => `from dataclasses import dataclass, field

@dataclass(frozen=True)
class Probe:
    """Asks a container whether it is ready."""
    path: str = "/health/${at}"
    period: float = ${at}.5
    tags: list[str] = field(default_factory=list)

    def ready(self, answers: dict[str, int]) -> bool:
        status = answers.get(self.path, 503)
        return 200 <= status < 400  # redirects count`,
  ],
  [
    'yaml',
    (at) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-${at}
  labels: { app: web, tier: "${word(at)}" }
spec:
  replicas: ${at}
  selector:
    matchLabels: { app: web }
  template:
    spec:
      containers:
        - name: web # one process
          image: "nginx:1.${at}"`,
  ],
  [
    'bash',
    (at) => `#!/usr/bin/env bash
set -euo pipefail

stop_all() {
  local seconds="\${1:-${at}}"
  for name in $(docker ps --format '{{.Names}}'); do
    docker stop --time "$seconds" "$name" > /dev/null && echo "stopped $name"
  done
}

trap 'echo "gave up" >&2' ERR
stop_all ${at} | tee "stopped-${at}.log"`,
  ],
  [
    'json',
    (at) => `{
  "name": "web-${at}",
  "ports": [80, ${1000 + at}],
  "limits": { "cpu": 0.5, "memory": "${at}Mi" },
  "probes": {
    "ready": { "path": "/health", "period": ${at} },
    "alive": { "path": "/alive", "period": ${at + 5} }
  },
  "restart": true,
  "owner": null
}`,
  ],
  [
    'go',
    (at) => `package main

import (
	"fmt"
	"net/http"
)

// One server, ${at} answers.
func main() {
	http.HandleFunc("/health", func(w http.ResponseWriter, r *http.Request) {
		fmt.Fprintf(w, "pod %d of %d\\n", len(r.URL.Path), ${at})
	})
	_ = http.ListenAndServe(":8080", nil)
}`,
  ],
  [
    'rust',
    (at) => `#[derive(Debug, Clone)]
struct Scale { replicas: u32 }

/// What the scheduler may do.
fn scale(wanted: u32) -> Result<Scale, String> {
    let most = ${at}_u32;
    match wanted {
        0 => Err("nothing to run".into()),
        n if n > most => Ok(Scale { replicas: most }),
        n => Ok(Scale { replicas: n }),
    }
}`,
  ],
  [
    'sql',
    (at) => `-- Who runs the most?
WITH running AS (
  SELECT name, namespace, replicas
  FROM workloads
  WHERE replicas > ${at} AND state = 'running'
)
SELECT namespace, count(*) AS workloads, sum(replicas) AS pods
FROM running
GROUP BY namespace
HAVING sum(replicas) > ${at * 2}
ORDER BY pods DESC LIMIT 10;`,
  ],
];

function program(at) {
  const [language, write] = PROGRAMS[at % PROGRAMS.length] ?? PROGRAMS[0];
  return `\`\`\`${language}\n${write(at)}\n\`\`\``;
}

function list(at) {
  const marker = at % 2 ? '1.' : '-';
  const indent = ' '.repeat(marker.length + 1);
  return [0, 1, 2]
    .flatMap((item) => [
      `${marker} The ${word(at + item)} of ${at} is **${word(at + item + 3)}**`,
      `${indent}- with a ${word(at + item + 5)} and \`${word(at + item + 6)}\``,
      `${indent}- without a ${word(at + item + 8)}`,
    ])
    .join('\n');
}

function table(at) {
  const rows = [1, 2, 3, 4].map(
    (row) =>
      `| ${word(at + row)} | \`${word(at + row + 4)}\` | ${at * row} | ${word(at + row + 9)} and ${word(at + row + 2)} |`,
  );
  return ['| Part | Name | Count | Kept by |', '| --- | :-- | --: | --- |', ...rows].join('\n');
}

/** What stands on a slide, by its place in a round of five. */
const BODIES = [
  (at) => [sentence(at), `${sentence(at + 1)} ${sentence(at + 2)}`],
  (at) => [list(at)],
  (at) => [sentence(at), table(at)],
  (at) => [program(at)],
  (at) => [`> Nobody ever regretted a ${word(at)}, said the *${word(at + 1)}* of ${at}.`, program(at)],
];

/** The title of the last slide: what is looked for in a finished product. */
export function lastTitle(count) {
  return titleOf(count - 1);
}

function titleOf(at) {
  return at % SECTION_EVERY === 0
    ? `Part ${at / SECTION_EVERY + 1}: the ${word(at)}`
    : `Slide ${at + 1} is about the ${word(at)}`;
}

/** @returns {Slide[]} */
function slidesOf(count) {
  return Array.from({ length: count }, (_, at) => {
    const section = at % SECTION_EVERY === 0;
    const body = BODIES[at % BODIES.length] ?? BODIES[0];
    return {
      level: section ? 1 : 2,
      title: titleOf(at),
      blocks: section ? [sentence(at)] : body(at),
      notes: speech(at),
    };
  });
}

function heading(slide) {
  return `${'#'.repeat(slide.level)} ${slide.title}`;
}

/** Deckhand: CommonMark, a line of three hyphens between slides, `Note:` for the speaker. */
function forDeckhand(slides) {
  const texts = slides.map((slide) => [heading(slide), ...slide.blocks, `Note: ${slide.notes}`].join('\n\n'));
  return `---\ntitle: Measured\n---\n\n${texts.join('\n\n---\n\n')}\n`;
}

/** Marp: the same dividers; a comment that is no directive is a note. */
function forMarp(slides) {
  const texts = slides.map((slide) =>
    [heading(slide), ...slide.blocks, `<!--\n${slide.notes}\n-->`].join('\n\n'),
  );
  return `---\nmarp: true\ntitle: Measured\n---\n\n${texts.join('\n\n---\n\n')}\n`;
}

/** Pandoc: headings divide (a rule before one would be dropped), a fenced div for the notes. */
function forPandoc(slides) {
  const texts = slides.map((slide) =>
    [heading(slide), ...slide.blocks, `::: notes\n${slide.notes}\n:::`].join('\n\n'),
  );
  return `---\npagetitle: Measured\n---\n\n${texts.join('\n\n')}\n`;
}

/**
 * @param {number} count slides in the deck
 * @returns {Record<'deckhand' | 'marp' | 'pandoc', string>} the deck's Markdown, a dialect each
 */
export function decksOf(count) {
  const slides = slidesOf(count);
  return { deckhand: forDeckhand(slides), marp: forMarp(slides), pandoc: forPandoc(slides) };
}
