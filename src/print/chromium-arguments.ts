/**
 * What every browser of ours is started with.
 *
 * The proxy is a dead one: whatever slips past the wall (WebSockets, popups, prefetches, name look-ups) ends at a
 * port where nobody listens. `<-loopback>` sends requests for this machine there, too.
 */
export function chromiumArguments(profileFolder: string): string[] {
  return [
    '--headless',
    '--remote-debugging-pipe',
    `--user-data-dir=${profileFolder}`,

    // No way out.
    '--proxy-server=127.0.0.1:9',
    '--proxy-bypass-list=<-loopback>',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-default-apps',
    '--disable-domain-reliability',
    '--disable-extensions',
    '--disable-sync',
    '--metrics-recording-only',
    '--no-pings',
    '--no-first-run',
    '--no-default-browser-check',
    '--disable-features=AcceptCHFrame,MediaRouter,OptimizationHints,Translate,DialMediaRouteProvider',

    // The same bytes on every machine: neither its locale, nor its screen, nor its colours.
    '--lang=en-US',
    '--font-render-hinting=none',
    '--force-color-profile=srgb',
    '--force-device-scale-factor=1',
    '--hide-scrollbars',
    // A part of a picture that is painted anew may come out otherwise at the edges of what is turned.
    '--disable-partial-raster',

    // No dialogues, no reports, no waiting.
    '--disable-breakpad',
    '--disable-crash-reporter',
    '--disable-gpu',
    '--disable-hang-monitor',
    '--disable-renderer-backgrounding',
    '--disable-background-timer-throttling',
    '--disable-backgrounding-occluded-windows',
    '--mute-audio',
    '--password-store=basic',
    '--use-mock-keychain',

    'about:blank',
  ];
}
