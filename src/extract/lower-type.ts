import { declare, resolve, type Context } from './context.ts';
import type { TypeRef } from './facts.ts';
import ts from './typescript.ts';

/** Wrappers that change nothing about which SDK or strings a type stands for. */
const TRANSPARENT = new Set(['Readonly', 'Required', 'Partial', 'Promise', 'NonNullable', 'Awaited', 'Omit', 'Pick', 'Ref', 'ShallowRef', 'Writable']);
const ARRAYS = new Set(['Array', 'ReadonlyArray', 'Set']);

const K = ts.SyntaxKind;
const UNKNOWN: TypeRef = { k: 'primitive', type: 'unknown' };
const PRIMITIVES: Partial<Record<ts.SyntaxKind, TypeRef>> = {
  [K.StringKeyword]: { k: 'primitive', type: 'string' },
  [K.NumberKeyword]: { k: 'primitive', type: 'number' },
  [K.BooleanKeyword]: { k: 'primitive', type: 'boolean' },
};

/** Lowers a type annotation to the little that linking uses; null for the rest. */
export function lowerType(context: Context, node: ts.TypeNode | undefined): TypeRef | null {
  if (!node) return null;
  if (ts.isParenthesizedTypeNode(node)) return lowerType(context, node.type);
  if (ts.isTypeReferenceNode(node)) return lowerReference(context, node);
  const primitive = PRIMITIVES[node.kind];
  if (primitive) return primitive;
  if (ts.isLiteralTypeNode(node)) return lowerLiteral(node);
  if (ts.isUnionTypeNode(node)) return union('union', node.types.filter((type) => !isNothing(type)).map((type) => lowerType(context, type)));
  if (ts.isIntersectionTypeNode(node)) return union('intersection', node.types.map((type) => lowerType(context, type)));
  if (ts.isTypeLiteralNode(node)) return lowerMembers(context, node.members);
  if (ts.isArrayTypeNode(node)) return { k: 'array', of: lowerType(context, node.elementType) };
  if (ts.isFunctionTypeNode(node)) return { k: 'function', returns: lowerType(context, node.type) };
  if (ts.isTypeOperatorNode(node)) return lowerOperator(context, node);
  if (ts.isTypeQueryNode(node)) return lowerTypeQuery(context, node.exprName);
  if (ts.isIndexedAccessTypeNode(node)) return lowerIndexed(context, node);
  if (ts.isTemplateLiteralTypeNode(node)) return { k: 'template', parts: [node.head.text, ...node.templateSpans.flatMap(({ type, literal }) => [lowerType(context, type), literal.text])] };
  return null;
}

function lowerLiteral({ literal }: ts.LiteralTypeNode): TypeRef | null {
  if (ts.isStringLiteralLike(literal)) return { k: 'strings', values: [literal.text] };
  if (ts.isNumericLiteral(literal)) return { k: 'literal', value: Number(literal.text) };
  return literal.kind === K.TrueKeyword || literal.kind === K.FalseKeyword ? { k: 'literal', value: literal.kind === K.TrueKeyword } : null;
}

/** `null` and `undefined` say nothing of the values that there are. */
function isNothing(node: ts.TypeNode): boolean {
  return node.kind === K.UndefinedKeyword || (ts.isLiteralTypeNode(node) && node.literal.kind === K.NullKeyword);
}

/** Type parameters are types of their own: of the function or class around, what they extend. */
export function declareTypeParameters(context: Context, parameters: readonly ts.TypeParameterDeclaration[] | undefined): void {
  for (const { name, constraint } of parameters ?? []) declare(context, name.text, { k: 'type', name: name.text, type: lowerType(context, constraint) ?? UNKNOWN, extends: [] });
}

/** Members of an interface or a type literal. */
export function lowerMembers(context: Context, members: ts.NodeArray<ts.TypeElement>): TypeRef {
  const result: Record<string, { type: TypeRef | null; optional: boolean }> = {};
  let open = false;
  for (const member of members) {
    if (!member.name || !(ts.isIdentifier(member.name) || ts.isStringLiteral(member.name)) || member.name.text === '__proto__') {
      open = true;
      continue;
    }
    if (ts.isPropertySignature(member))
      result[member.name.text] = { type: lowerType(context, member.type), optional: member.questionToken !== undefined };
    else if (ts.isMethodSignature(member))
      result[member.name.text] = { type: { k: 'function', returns: lowerType(context, member.type) }, optional: false };
  }
  return { k: 'object', members: result, ...(open && { open }) };
}

function lowerReference(context: Context, node: ts.TypeReferenceNode): TypeRef | null {
  const args = (node.typeArguments ?? []).map((type) => lowerType(context, type)).filter((type) => type !== null);
  if (ts.isIdentifier(node.typeName)) {
    const name = node.typeName.text;
    const binding = resolve(context, name);
    if (binding === null && TRANSPARENT.has(name)) return args[0] ?? null;
    if (binding === null && ARRAYS.has(name)) return { k: 'array', of: args[0] ?? null };
    return { k: 'name', binding, name, member: null, args };
  }
  if (!ts.isIdentifier(node.typeName.left)) return null;
  const name = node.typeName.left.text;
  return { k: 'name', binding: resolve(context, name), name, member: node.typeName.right.text, args };
}

function lowerOperator(context: Context, node: ts.TypeOperatorNode): TypeRef | null {
  if (node.operator !== ts.SyntaxKind.KeyOfKeyword) return lowerType(context, node.type);
  const inner = ts.isParenthesizedTypeNode(node.type) ? node.type.type : node.type;
  const made = ts.isTypeReferenceNode(inner) && ts.isIdentifier(inner.typeName) && resolve(context, inner.typeName.text) === null ? inner.typeName.text : null;
  if (made === 'Record') return lowerType(context, (inner as ts.TypeReferenceNode).typeArguments?.[0]);
  return made !== null && TRANSPARENT.has(made) ? null : { k: 'keyof', of: lowerType(context, inner) };
}

function lowerTypeQuery(context: Context, name: ts.EntityName): TypeRef {
  const path: string[] = [];
  let left = name;
  while (ts.isQualifiedName(left)) {
    path.unshift(left.right.text);
    left = left.left;
  }
  return { k: 'typeof', binding: resolve(context, left.text), path };
}

/** `(typeof MAP)[keyof typeof MAP]`: any member's value, written as a `typeof` with the step `*`. */
function lowerIndexed(context: Context, node: ts.IndexedAccessTypeNode): TypeRef | null {
  const object = lowerType(context, node.objectType);
  if (object?.k === 'typeof') {
    const index = node.indexType;
    const key = ts.isLiteralTypeNode(index) && ts.isStringLiteral(index.literal) ? index.literal.text : '*';
    return { ...object, path: [...object.path, key] };
  }
  if (!object) return null;
  const key = ts.isLiteralTypeNode(node.indexType) && ts.isStringLiteral(node.indexType.literal) ? node.indexType.literal.text : null;
  return object.k === 'object' && key !== null ? (object.members[key]?.type ?? null) : { k: 'member', of: object, key };
}

function union(k: 'union' | 'intersection', types: readonly (TypeRef | null)[]): TypeRef | null {
  const known = types.filter((type) => type !== null);
  if (known.length === 0) return null;
  const strings = known.filter((type) => type.k === 'strings');
  if (k === 'union' && strings.length === types.length) return { k: 'strings', values: strings.flatMap((type) => type.values) };
  if (k === 'union' && known.length < types.length) known.push(UNKNOWN);
  return known.length === 1 && known[0] ? known[0] : { k, of: known };
}
