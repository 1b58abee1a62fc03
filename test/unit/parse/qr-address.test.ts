import { expect, test } from 'vitest';
import { whyNoCode } from '../../../src/parse/qr-address.js';

test.each([
  'http://localhost',
  'http://localhost:8080/slides',
  'localhost:3000',
  'http://demo.localhost/',
  'http://127.0.0.1/',
  '127.0.0.1:8080/x',
  'http://0x7f.1/',
  'http://2130706433/',
  'http://0.0.0.0:5000',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.178.20:3000/slides',
  'http://169.254.1.1/',
  'http://[::1]:8080/',
  'http://[fe80::1]/',
  'http://[fd00::17]/',
  'http://[::ffff:10.0.0.1]/',
  'http://printer.local/',
  'printer.local/queue',
  'HTTPS://Wiki/start',
  'https://wiki.internal./',
  'http://nas.home.arpa/',
  'file:///home/ada/talk.html',
])('%s leads nobody else anywhere', (address) => {
  expect(whyNoCode(address)).toBe('private');
});

test.each([
  'https://example.org/talks/kubernetes',
  'https://localhost.example.org/',
  'http://172.32.0.1/',
  'http://11.0.0.1/',
  'https://[2001:db8::1]/',
  'https://example.local.org/',
  'example.org/talk',
  'mailto:ada@example.org',
  'WIFI:T:WPA;S:Harbour;P:mooring;;',
  'Come to the harbour at 10.30',
])('%s gets a code', (address) => {
  expect(whyNoCode(address)).toBeNull();
});

test('an address is too long where its code would be too fine, counted in bytes', () => {
  expect(whyNoCode(`https://example.org/${'x'.repeat(267)}`)).toBeNull();
  expect(whyNoCode(`https://example.org/${'x'.repeat(268)}`)).toBe('too-long');
  expect(whyNoCode(`https://example.org/${'ö'.repeat(140)}`)).toBe('too-long');
});
