import { testSurface } from '../support/surface.ts';

testSurface('google-analytics', "import ReactGA from 'react-ga4';\nimport { sendGAEvent } from '@next/third-parties/google';", [
  ["window.gtag('event', 'sign_up', { method: 'email' })", { kind: 'track', name: 'sign_up', properties: ['method'] }],
  ["window.gtag('event', 'sign_up', { groups: 'all', send_to: 'G-1', method: 'email' })", { kind: 'track', name: 'sign_up', properties: ['method'] }],
  ["window.gtag('event', 'page_view', { page_path: '/' })", { kind: 'page', name: 'page_view', properties: ['page_path'] }],
  ["window.gtag('event', 'conversion', { send_to: 'AW-1' }); window.gtag('js', new Date()); window.gtag('config', 'G-1')"],
  ["window.gtag('set', { user_id: 'usr_1' })", { kind: 'identify', userId: "'usr_1'" }],
  ["window.gtag('config', 'G-1', { user_id: 'usr_1' })", { kind: 'identify', userId: "'usr_1'" }],
  ["sendGAEvent('event', 'sign_up', { method: 'email' })", { kind: 'track', name: 'sign_up', properties: ['method'] }],
  ["ReactGA.event({ category: 'account', action: 'sign_up' })", { kind: 'track', name: 'sign_up' }],
  ["ReactGA.event('sign_up', { method: 'email' })", { kind: 'track', name: 'sign_up', properties: ['method'] }],
  ["ReactGA.send({ hitType: 'pageview', page: '/home' })", { kind: 'page', name: '/home' }],
  ["ReactGA.send({ hitType: 'pageview' }); ReactGA.send({ hitType: 'timing' })", { kind: 'page' }],
  ["ReactGA.set({ userId: 'usr_1' })", { kind: 'identify', userId: "'usr_1'" }],
  ['ReactGA.set({ userId: null })'],
]);

testSurface('google-analytics', '', [
  ["gtag('event', 'sign_up')", { kind: 'track', name: 'sign_up' }],
  ["gtag?.('event', 'sign_up')", { kind: 'track', name: 'sign_up' }],
]);

testSurface('firebase-analytics', "import { getAnalytics, logEvent, setUserId } from 'firebase/analytics';\nimport native from '@react-native-firebase/analytics';\nconst analytics = getAnalytics(app);", [
  ["logEvent(analytics, 'sign_up', { method: 'email' })", { kind: 'track', name: 'sign_up', properties: ['method'] }],
  ["logEvent(analytics, 'page_view')", { kind: 'page', name: 'page_view' }],
  ["setUserId(analytics, 'usr_1')", { kind: 'identify', userId: "'usr_1'" }],
  ["native().logEvent('sign_up', { method: 'email' })", { kind: 'track', name: 'sign_up', properties: ['method'] }],
  ["native().logScreenView({ screen_name: 'Home' })", { kind: 'screen', name: 'Home' }],
]);

testSurface('vercel-analytics', "import { track } from '@vercel/analytics/react';\nimport { track as onServer } from '@vercel/analytics/server';", [
  ["track('Signed Up', { plan: 'pro' })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
  ["await onServer('Signed Up', { plan: 'pro' }, { flags: [] })", { kind: 'track', name: 'Signed Up', properties: ['plan'] }],
]);

testSurface('plausible', "import { track } from '@plausible-analytics/tracker';\nimport { usePlausible } from 'next-plausible';", [
  ["track('Signup', { props: { plan: 'pro' } })", { kind: 'track', name: 'Signup', properties: ['plan'] }],
  ["window.plausible('Signup', { props: { plan: 'pro' } })", { kind: 'track', name: 'Signup', properties: ['plan'] }],
  ["window.plausible('pageview')", { kind: 'page' }],
  ["export function Page() { const plausible = usePlausible(); plausible('Signup'); }", { kind: 'track', name: 'Signup' }],
]);
