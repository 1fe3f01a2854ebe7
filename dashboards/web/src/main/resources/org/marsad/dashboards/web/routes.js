// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Every page: its address, where its view lies, and where it stands in the navigation. A view is
 * fetched when its page is first looked at, so that the first page stays small.
 */

/** @type {{path: RegExp, view: () => Promise<() => {node: Node, update: Function}>}[]} */
const ROUTES = [
  {path: /^\/$/, view: async () => (await import('./views/overview.js')).overviewView},
  {path: /^\/map$/, view: async () => (await import('./views/map.js')).mapView},
  {path: /^\/trends$/, view: async () => (await import('./views/trends.js')).trendsView},
  {path: /^\/search$/, view: async () => (await import('./views/search.js')).searchView},
  {path: /^\/documents\/[^/]+$/, view: async () => (await import('./views/document.js')).documentView},
  {path: /^\/stories$/, view: async () => (await import('./views/stories.js')).storiesView},
  {path: /^\/stories\/[^/]+$/, view: async () => (await import('./views/story.js')).storyView},
  {path: /^\/alerts$/, view: async () => (await import('./views/alerts.js')).alertsView},
  {path: /^\/alerts\/rules$/, view: async () => (await import('./views/rules.js')).rulesView},
  {path: /^\/alerts\/rules\/[^/]+$/, view: async () => (await import('./views/rule.js')).ruleView},
  {path: /^\/alerts\/subscriptions$/,
    view: async () => (await import('./views/subscriptions.js')).subscriptionsView},
  {path: /^\/alerts\/[^/]+$/, view: async () => (await import('./views/alert.js')).alertView},
  {path: /^\/subscriptions\/confirm$/, view: byCode('confirm')},
  {path: /^\/subscriptions\/unsubscribe$/, view: byCode('unsubscribe')},
  {path: /^\/review$/, view: async () => (await import('./views/review.js')).reviewView},
  {path: /^\/review\/agreement$/,
    view: async () => (await import('./views/agreement.js')).agreementView},
  {path: /^\/sources$/, view: async () => (await import('./views/sources.js')).sourcesView},
  {path: /^\/rejections$/, view: async () => (await import('./views/rejections.js')).rejectionsView},
  {path: /^\/account$/, view: async () => (await import('./views/account.js')).accountView},
  {path: /^\/administration$/,
    view: async () => (await import('./views/administration.js')).administrationView},
  {path: /^\/login$/, view: async () => (await import('./views/login.js')).loginView},
  {path: /^\/method$/, view: async () => (await import('./views/method.js')).methodView},
];

/**
 * The navigation in groups, each page with the key of its name, what it starts with, and what one
 * must be allowed to be led there.
 */
export const NAVIGATION = [
  {key: 'nav.look', pages: [
    ['/', 'nav.overview', {}],
    ['/trends', 'nav.trends', {}],
    ['/map', 'nav.map', {relevant: 'true'}],
    ['/search', 'nav.search', {relevant: 'true'}],
    ['/stories', 'nav.stories', {relevant: 'true'}],
    ['/alerts', 'nav.alerts', {}],
  ]},
  {key: 'nav.data', pages: [
    ['/review', 'nav.review', {}, 'LABEL'],
    ['/sources', 'nav.sources', {}],
    ['/rejections', 'nav.rejections', {}],
  ]},
  {key: 'nav.about', pages: [
    ['/method', 'nav.method', {}],
    ['/administration', 'nav.administration', {}, 'ADMINISTER'],
  ]},
];

function byCode(action) {
  return async () => {
    const {byCodeView} = await import('./views/by-code.js');
    return () => byCodeView(action);
  };
}

/** The route of a path; undefined where there is no such page. */
export function routeOf(path) {
  return ROUTES.find((route) => route.path.test(path));
}
