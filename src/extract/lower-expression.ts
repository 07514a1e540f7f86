import { ANY, declareVariable, nested, noteAssignment, noteMemberAssignment, rangeOf, resolve, type Context } from './context.ts';
import type { Arg, BinaryOp, ChoiceOp, Entry, Expr, Step, Target } from './facts.ts';
import { lowerClass, lowerFunction } from './lower-function.ts';
import { lowerType } from './lower-type.ts';
import { lowerStore } from './pinia.ts';
import ts from './typescript.ts';

const K = ts.SyntaxKind;
const CHOICES: Partial<Record<ts.SyntaxKind, ChoiceOp>> = {
  [K.AmpersandAmpersandToken]: '&&',
  [K.BarBarToken]: '||',
  [K.QuestionQuestionToken]: '??',
};
const ASSIGNING_CHOICES: Partial<Record<ts.SyntaxKind, ChoiceOp>> = {
  [K.AmpersandAmpersandEqualsToken]: '&&',
  [K.BarBarEqualsToken]: '||',
  [K.QuestionQuestionEqualsToken]: '??',
};
const BINARIES: Partial<Record<ts.SyntaxKind, BinaryOp>> = {
  [K.PlusToken]: '+',
  [K.EqualsEqualsToken]: '===',
  [K.EqualsEqualsEqualsToken]: '===',
  [K.ExclamationEqualsToken]: '!==',
  [K.ExclamationEqualsEqualsToken]: '!==',
  [K.InKeyword]: 'in',
  ...Object.fromEntries([K.LessThanToken, K.GreaterThanToken, K.LessThanEqualsToken, K.GreaterThanEqualsToken, K.InstanceOfKeyword].map((token) => [token, 'compare'])),
  ...Object.fromEntries([K.MinusToken, K.AsteriskToken, K.SlashToken, K.PercentToken, K.AsteriskAsteriskToken].map((token) => [token, 'arithmetic'])),
};

/** Lowers an expression; casts, non-null marks, parentheses, `await`, `void` and `yield` disappear. */
export function lower(context: Context, node: ts.Expression): Expr {
  return nested(context, () => lowerNode(context, node), () => ({ k: 'unknown', reason: 'nested too deeply', parts: [], at: rangeOf(context, node) }));
}

function lowerNode(context: Context, node: ts.Expression): Expr {
  const at = rangeOf(context, node);
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node)) return lower(context, node.expression);
  if (ts.isSatisfiesExpression(node) || ts.isTypeAssertionExpression(node) || ts.isAwaitExpression(node)) return lower(context, node.expression);
  if (ts.isVoidExpression(node)) return lower(context, node.expression);
  if (ts.isYieldExpression(node)) return node.expression ? lower(context, node.expression) : { k: 'literal', value: undefined, at };
  if (ts.isStringLiteralLike(node)) return { k: 'literal', value: node.text, at };
  if (ts.isNumericLiteral(node)) return { k: 'literal', value: Number(node.text), at };
  if (node.kind === K.TrueKeyword || node.kind === K.FalseKeyword) return { k: 'literal', value: node.kind === K.TrueKeyword, at };
  if (node.kind === K.NullKeyword) return { k: 'literal', value: null, at };
  if (node.kind === K.ThisKeyword) return { k: 'this', at };
  if (node.kind === K.SuperKeyword) return { k: 'super', at };
  if (ts.isIdentifier(node)) return lowerIdentifier(context, node);
  if (ts.isTemplateExpression(node)) return lowerTemplate(context, node);
  if (ts.isPropertyAccessExpression(node)) return { k: 'member', object: lower(context, node.expression), key: node.name.text, at };
  if (ts.isElementAccessExpression(node)) return { k: 'member', object: lower(context, node.expression), key: lowerKey(context, node.argumentExpression), at };
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) return lowerCall(context, node);
  if (ts.isTaggedTemplateExpression(node)) return unknown(context, node, 'tagged template', [node.tag]);
  if (ts.isObjectLiteralExpression(node)) return lowerObject(context, node);
  if (ts.isArrayLiteralExpression(node)) return { k: 'array', items: node.elements.map((item) => lowerArg(context, item)), at };
  if (ts.isConditionalExpression(node))
    return { k: 'choice', op: '?:', test: lower(context, node.condition), then: lower(context, node.whenTrue), else: lower(context, node.whenFalse), at };
  if (ts.isBinaryExpression(node)) return lowerBinary(context, node);
  if (ts.isPostfixUnaryExpression(node) || (ts.isPrefixUnaryExpression(node) && (node.operator === K.PlusPlusToken || node.operator === K.MinusMinusToken)))
    return { k: 'assign', targets: lowerTargets(context, node.operand), value: unknown(context, node, 'number', [node.operand]), at };
  if (ts.isDeleteExpression(node)) return { k: 'assign', targets: lowerTargets(context, node.expression), value: { k: 'literal', value: undefined, at }, at };
  if (ts.isPrefixUnaryExpression(node) && node.operator === K.MinusToken && ts.isNumericLiteral(node.operand)) return { k: 'literal', value: -Number(node.operand.text), at };
  if (ts.isPrefixUnaryExpression(node))
    return node.operator === K.ExclamationToken ? { k: 'not', value: lower(context, node.operand), at } : unknown(context, node, 'number', [node.operand]);
  if (ts.isArrowFunction(node) || ts.isFunctionExpression(node)) return { k: 'function', id: lowerFunction(context, node), at };
  if (ts.isClassExpression(node)) return { k: 'class', id: lowerClass(context, node), at };
  if (ts.isJsxElement(node)) return lowerJsx(context, node.openingElement, node.children, at);
  if (ts.isJsxSelfClosingElement(node)) return lowerJsx(context, node, [], at);
  if (ts.isJsxFragment(node)) return { k: 'jsx', tag: null, props: lowerChildren(context, node.children), at };
  if (ts.isTypeOfExpression(node)) return unknown(context, node, 'typeof', [node.expression]);
  if (ts.isMetaProperty(node)) return { k: 'global', name: 'import.meta', at };
  return unknown(context, node, ts.SyntaxKind[node.kind], []);
}

/** Functions that give back the function they are given, in another guise. */
const DRESSING = new Set(['useCallback', 'useEvent', 'useEffectEvent', 'useMemoizedFn', 'useDebouncedCallback', 'useThrottledCallback', 'debounce', 'throttle', 'once', 'memoize', 'cache', 'memo', 'forwardRef', 'observer']);

/** Lowers the value of a variable or a property: a function without a name takes that one, also within `useCallback(…)`. */
export function lowerNamed(context: Context, node: ts.Expression, name: string | Expr): Expr {
  const value = lower(context, node);
  const inner = ts.isCallExpression(node) && value.k === 'call' && DRESSING.has(lastName(node.expression)) ? value.args[0]?.value : value;
  const facts = inner?.k === 'function' ? context.functions[inner.id] : undefined;
  if (inner?.k === 'function' && facts?.name === '' && typeof name === 'string') context.functions[inner.id] = { ...facts, name };
  return value;
}

function unknown(context: Context, node: ts.Node, reason: string, parts: readonly ts.Expression[]): Expr {
  return { k: 'unknown', reason, parts: parts.map((part) => lower(context, part)), at: rangeOf(context, node) };
}

function lowerIdentifier(context: Context, node: ts.Identifier): Expr {
  const at = rangeOf(context, node);
  const binding = resolve(context, node.text);
  if (binding !== null) return { k: 'ref', binding, at };
  const outer = context.outer?.(node.text, at);
  if (outer) return outer;
  return node.text === 'undefined' ? { k: 'literal', value: undefined, at } : { k: 'global', name: node.text, at };
}

function lowerTemplate(context: Context, node: ts.TemplateExpression): Expr {
  const parts: (string | Expr)[] = [node.head.text];
  for (const span of node.templateSpans) parts.push(lower(context, span.expression), span.literal.text);
  return { k: 'template', parts: parts.filter((part) => part !== ''), at: rangeOf(context, node) };
}

function lowerKey(context: Context, node: ts.Expression): string | Expr {
  if (ts.isStringLiteralLike(node) || ts.isNumericLiteral(node)) return node.text;
  return lower(context, node);
}

function lowerCall(context: Context, node: ts.CallExpression | ts.NewExpression): Expr {
  const at = rangeOf(context, node);
  const args = node.arguments ?? [];
  const first = args[0];
  const specifier = first && ts.isStringLiteralLike(first) ? first.text : null;
  const imports =
    node.expression.kind === K.ImportKeyword ||
    (ts.isIdentifier(node.expression) && node.expression.text === 'require' && resolve(context, 'require') === null);
  if (imports && specifier !== null) return { k: 'module', specifier, at };
  const store = lowerStore(context, node);
  if (store) return store;
  const callee = lower(context, node.expression);
  const outer = context.call;
  context.call = at;
  const lowered = args.map((arg) => lowerArg(context, arg));
  context.call = outer;
  if (lowered[0] && callee.k === 'member' && callee.key === 'assign' && callee.object.k === 'global' && callee.object.name === 'Object')
    noteMemberAssignment(context, { k: 'member', object: lowered[0].value, key: ANY, at });
  return { k: 'call', callee, args: lowered, isNew: ts.isNewExpression(node), typeArg: lowerType(context, node.typeArguments?.[0]), at };
}

function lowerArg(context: Context, node: ts.Expression): Arg {
  return ts.isSpreadElement(node) ? { value: lower(context, node.expression), spread: true } : { value: lower(context, node), spread: false };
}

function lowerObject(context: Context, node: ts.ObjectLiteralExpression): Expr {
  const entries: Entry[] = [];
  const outer = context.ofObject;
  const changes = new Set<string>();
  for (const property of node.properties) {
    context.ofObject = hasOwnThis(property) ? changes : outer;
    if (ts.isSpreadAssignment(property)) entries.push({ spread: lower(context, property.expression) });
    else if (ts.isShorthandPropertyAssignment(property)) entries.push({ key: property.name.text, value: lowerIdentifier(context, property.name), at: rangeOf(context, property.name) });
    else if (ts.isPropertyAssignment(property)) {
      const key = lowerName(context, property.name);
      entries.push({ key, value: lowerNamed(context, property.initializer, key), at: rangeOf(context, property.name) });
    }
    else if (!ts.isSetAccessorDeclaration(property)) {
      const value: Expr = { k: 'function', id: lowerFunction(context, property), at: rangeOf(context, property) };
      entries.push({ key: lowerName(context, property.name), value, getter: ts.isGetAccessorDeclaration(property), at: rangeOf(context, property.name) });
    }
  }
  context.ofObject = outer;
  return { k: 'object', entries, call: context.call, ...(changes.size > 0 && { changes: [...changes] }), at: rangeOf(context, node) };
}

/** Whether `this` in a property is the object. */
function hasOwnThis(property: ts.ObjectLiteralElementLike): boolean {
  return ts.isMethodDeclaration(property) || ts.isAccessor(property) || (ts.isPropertyAssignment(property) && ts.isFunctionExpression(property.initializer));
}

/** The name of a member: static where it is known. */
export function lowerName(context: Context, name: ts.PropertyName): string | Expr {
  if (ts.isComputedPropertyName(name)) return lowerKey(context, name.expression);
  return ts.isBigIntLiteral(name) ? name.getText(context.source) : name.text;
}

function lowerBinary(context: Context, node: ts.BinaryExpression): Expr {
  const at = rangeOf(context, node);
  const operator = node.operatorToken.kind;
  if (operator === K.EqualsToken) return { k: 'assign', targets: lowerTargets(context, node.left), value: lowerNamed(context, node.right, lastName(node.left)), at };
  const assigning = ASSIGNING_CHOICES[operator];
  if (assigning) {
    const left = lower(context, node.left);
    return { k: 'assign', targets: lowerTargets(context, node.left), value: choice(assigning, left, lower(context, node.right), at), at };
  }
  if (operator === K.PlusEqualsToken) {
    const value: Expr = { k: 'binary', op: '+', left: lower(context, node.left), right: lower(context, node.right), at };
    return { k: 'assign', targets: lowerTargets(context, node.left), value, at };
  }
  if (operator >= K.FirstCompoundAssignment && operator <= K.LastCompoundAssignment)
    return { k: 'assign', targets: lowerTargets(context, node.left), value: unknown(context, node, 'number', [node.left, node.right]), at };
  const left = lower(context, node.left);
  const right = lower(context, node.right);
  const op = CHOICES[operator];
  if (op) return choice(op, left, right, at);
  if (operator === K.CommaToken) return { k: 'unknown', reason: 'sequence', parts: [left, right], at };
  return { k: 'binary', op: BINARIES[operator] ?? 'other', left, right, at };
}

function lastName(node: ts.Expression): string {
  return ts.isPropertyAccessExpression(node) ? node.name.text : ts.isIdentifier(node) ? node.text : '';
}

/** The left operand stands once, as the test: what is shared would be written out again at each operator of a chain. */
function choice(op: ChoiceOp, left: Expr, right: Expr, at: Expr['at']): Expr {
  const same: Expr = { k: 'literal', value: undefined, at };
  return op === '&&' ? { k: 'choice', op, test: left, then: right, else: same, at } : { k: 'choice', op, test: left, then: same, else: right, at };
}

/** The places that the left side of an assignment sets. */
function lowerTargets(context: Context, node: ts.Expression, path: readonly Step[] = []): Target[] {
  const target = ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) ? node.expression : node;
  if (target !== node) return lowerTargets(context, target, path);
  if (ts.isObjectLiteralExpression(node)) {
    return node.properties.flatMap((property) => {
      if (ts.isShorthandPropertyAssignment(property)) return lowerTargets(context, property.name, [...path, property.name.text]);
      if (!ts.isPropertyAssignment(property)) return [];
      const key = lowerName(context, property.name);
      return typeof key === 'string' ? lowerTargets(context, property.initializer, [...path, key]) : [];
    });
  }
  if (ts.isArrayLiteralExpression(node)) return node.elements.flatMap((item, index) => lowerTargets(context, item, [...path, String(index)]));
  const lowered = lower(context, node);
  if (lowered.k === 'ref') {
    noteAssignment(context, lowered.binding);
    return [{ to: lowered.binding, path, fallback: null }];
  }
  noteMemberAssignment(context, lowered);
  return lowered.k === 'member' ? [{ to: lowered, path, fallback: null }] : [];
}

/** Declares the names that a pattern binds, and says which part of the value each gets. */
export function lowerPattern(context: Context, name: ts.BindingName, path: readonly Step[] = [], fallback: Expr | null = null): Target[] {
  if (ts.isIdentifier(name)) return [{ to: declareVariable(context, name.text), path, fallback }];
  const taken: string[] = [];
  return name.elements.flatMap((element, index) => {
    if (ts.isOmittedExpression(element)) return [];
    const inner = element.initializer ? lower(context, element.initializer) : null;
    if (ts.isArrayBindingPattern(name)) {
      const step: Step = element.dotDotDotToken ? { rest: index } : String(index);
      return lowerPattern(context, element.name, [...path, step], inner);
    }
    if (element.dotDotDotToken) return lowerPattern(context, element.name, [...path, { rest: [...taken] }]);
    const key = element.propertyName ? lowerName(context, element.propertyName) : ts.isIdentifier(element.name) ? element.name.text : '';
    if (typeof key !== 'string') return lowerPattern(context, element.name, [...path, '*'], inner);
    taken.push(key);
    return lowerPattern(context, element.name, [...path, key], inner);
  });
}

function lowerJsx(context: Context, node: ts.JsxOpeningLikeElement, children: ts.NodeArray<ts.JsxChild> | readonly ts.JsxChild[], at: Expr['at']): Expr {
  const outer = context.call;
  context.call = at;
  const props: Entry[] = [];
  for (const attribute of node.attributes.properties) {
    if (ts.isJsxSpreadAttribute(attribute)) props.push({ spread: lower(context, attribute.expression) });
    else if (ts.isIdentifier(attribute.name)) props.push({ key: attribute.name.text, value: lowerAttribute(context, attribute) });
    else props.push({ key: attribute.name.getText(context.source), value: lowerAttribute(context, attribute) });
  }
  props.push(...lowerChildren(context, children));
  const tag = lowerTag(context, node.tagName);
  context.call = outer;
  return { k: 'jsx', tag, props, at };
}

function lowerTag(context: Context, tag: ts.JsxTagNameExpression): Expr | null {
  if (ts.isJsxNamespacedName(tag)) return null;
  if (ts.isIdentifier(tag) && /^[a-z]/.test(tag.text)) return null;
  return lower(context, tag);
}

function lowerAttribute(context: Context, attribute: ts.JsxAttribute): Expr {
  const { initializer } = attribute;
  if (!initializer) return { k: 'literal', value: true, at: rangeOf(context, attribute) };
  if (ts.isStringLiteral(initializer)) return { k: 'literal', value: initializer.text, at: rangeOf(context, initializer) };
  if (!ts.isJsxExpression(initializer)) return lower(context, initializer);
  return initializer.expression ? lower(context, initializer.expression) : { k: 'literal', value: undefined, at: rangeOf(context, initializer) };
}

function lowerChildren(context: Context, children: readonly ts.JsxChild[]): Entry[] {
  const items: Expr[] = [];
  for (const child of children) {
    if (ts.isJsxText(child)) continue;
    if (!ts.isJsxExpression(child)) items.push(lower(context, child));
    else if (child.expression) items.push(lower(context, child.expression));
  }
  const [only, ...others] = items;
  if (!only) return [];
  const at: Expr['at'] = only.at;
  return [{ key: 'children', value: others.length === 0 ? only : { k: 'array', items: items.map((value) => ({ value, spread: false })), at } }];
}

