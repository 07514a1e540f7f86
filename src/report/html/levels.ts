/** The hierarchy as a tree, with the calls that establish each level. */
import type { LevelCoverage } from '../../check/coverage.ts';
import type { Call } from '../../link/call.ts';
import { markup, type Markup } from '../markup.ts';
import { plural } from '../plural.ts';
import type { ReportContext, ReportInput } from '../types.ts';
import { badge, place } from './parts.ts';

const MOST_OPEN = 4;

export function levelsSection({ coverage: { levels, unknownSetters }, plan }: ReportInput, context: ReportContext): Markup {
  const planned = levels.filter(({ group }) => group !== null);
  const others = levels.filter(({ group }) => group === null);
  // Any level does where the product has planned none.
  if (plan.embedded) return markup`<p>The product has no tracking plan of its own, and so no planned levels: these are those that its code names.</p>${
    codeLevels(levels.filter(({ setters }) => setters.length > 0), unknownSetters, context)}`;
  return markup`${planned.length === 0 ? markup`<p class="empty">The plan has no levels.</p>` : tree(planned, null, context)}${
    others.length === 0 ? null : markup`<h3>Levels that only the code names</h3>`}${codeLevels(others, unknownSetters, context)}`;
}

function codeLevels(levels: readonly LevelCoverage[], unknownSetters: readonly Call[], context: ReportContext): Markup {
  return markup`${levels.length === 0 ? null : markup`<ul class="tree">${levels.map((level) => node({ ...level, group: null }, null, context))}</ul>`}${
    unknownSetters.length === 0 ? null : markup`<h3>Groups of a level that is not known</h3>${setterList(unknownSetters, context)}`}`;
}

/** Levels below a parent; those whose parent the plan does not have stand at the top. */
function tree(levels: readonly LevelCoverage[], parent: string | null, context: ReportContext): Markup | null {
  const known = new Set(levels.map(({ type }) => type));
  const children = levels.filter(({ group }) => (group?.parentType !== undefined && known.has(group.parentType ?? '') ? group.parentType : null) === parent);
  return children.length === 0 ? null : markup`<ul class="tree">${children.map((level) => node(level, tree(levels, level.type, context), context))}</ul>`;
}

function node({ type, group, setters, events }: LevelCoverage, children: Markup | null, context: ReportContext): Markup {
  return markup`
<li><div class="level"><p><code class="type">${type}</code> ${setters.length > 0 ? badge('good', `set by ${plural(setters.length, 'call')}`) : badge('bad', 'no call sets it')}${
    group?.idFormat ? markup` <span class="meta">ids like <code>${group.idFormat}</code></span>` : null}${
    group === null ? null : markup` <span class="meta">${plural(events, 'planned event')}</span>`}</p>
${setterList(setters, context)}</div>${children}</li>`;
}

function setterList(setters: readonly Call[], context: ReportContext): Markup | null {
  if (setters.length === 0) return null;
  const list = markup`<ul class="places">${setters.map(({ span, kind, sdks, parent, traits, via }) => markup`
<li>${place(span.file, span.line, context)} <span class="meta">${[
    `${kind}() of ${sdks.join(', ')}`,
    ...(parent === null ? [] : [`parent ${parent}`]),
    ...(traits.keys.length > 0 ? [`traits ${traits.keys.join(', ')}`] : []),
    ...(via.length > 0 ? [`through ${via.join(' → ')}`] : []),
  ].join(' · ')}</span></li>`)}</ul>`;
  return setters.length <= MOST_OPEN ? list : markup`<details><summary>${plural(setters.length, 'call')}</summary>${list}</details>`;
}
