import { cacheFolder } from '../cache-folder.js';
import { packageRoot, packageVersion } from '../package-root.js';
import { type BrowserReport, inspectBrowsers } from '../print/inspect-browsers.js';
import { loadTheme, themeNames } from '../theme/load-theme.js';

/** What is known of the machine a build would run on. */
export interface MachineReport {
  readonly version: string;
  readonly node: string;
  readonly system: string;
  /** Themes with the font families they bring along: nothing has to be installed. */
  readonly themes: readonly { readonly name: string; readonly fonts: readonly string[] }[];
  /** Where browsers are unpacked to. */
  readonly cache: string;
  readonly browsers: BrowserReport;
  /** Whether a page was really printed. */
  readonly ready: boolean;
}

/** Looks at everything a build needs, and prints a page to be sure. `browser` is what `--browser` says. */
export async function examineMachine(browser: string | undefined): Promise<MachineReport> {
  const templates = `${packageRoot()}/templates`;
  const browsers = await inspectBrowsers({ browser });
  return {
    version: packageVersion(),
    node: process.versions.node,
    system: `${process.platform} ${process.arch}`,
    themes: themeNames(templates).map((name) => ({
      name,
      fonts: loadTheme(name, templates, null).value?.fontFamilies ?? [],
    })),
    cache: cacheFolder(),
    browsers,
    ready: browsers.trial?.works === true,
  };
}
