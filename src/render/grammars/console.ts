import type { LanguageFn } from 'highlight.js';

/**
 * What a terminal shows: commands behind a prompt, and what they print. highlight.js' own `shell` takes `100% done`
 * and `#5 extracting` for prompts.
 *
 *     ada@harbor:~/shop$ docker compose up \
 *     >   --wait
 *     [+] Running 3/3
 */
const prompts = [
  // Bounded, so that no line takes long. A name and a place, a path, or nothing, and one of the usual signs.
  /(?:\([\w.-]{1,64}\) )?(?:\[?[\w.-]{1,64}@[\w.-]{1,64}[: ]?[\w~./-]{0,200}\]?|[\w.-]{1,64}:[~/][\w./-]{0,200}|[~/][\w./-]{0,200})? ?[$#%❯](?= |$)/,
  // PowerShell, cmd, and the prompts of programs: `mysql>`, `127.0.0.1:6379>`, `>>>`.
  /(?:PS [^>\n]{0,200}|[A-Z]:\\[^>\n]{0,200}|[\w.:@-]{1,64}|>{2})?>(?= |$)/,
];

const prompt = new RegExp(`^ {0,3}(?:${prompts.map((one) => one.source).join('|')}) ?`, 'm');

export const consoleGrammar: LanguageFn = () => ({
  name: 'Console',
  contains: [
    {
      scope: 'meta.prompt',
      begin: prompt,
      // A command goes on below a line that ends with a backslash.
      starts: { end: /(?<!\\)$/, subLanguage: 'bash' },
    },
  ],
});

/** Whether a text has a prompt anywhere: without one it is a script, whatever its language is called. */
export function hasPrompt(text: string): boolean {
  return prompt.test(text);
}
