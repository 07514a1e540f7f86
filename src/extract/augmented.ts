/** Declarations that add members to the types of packages. */
import type { Context } from './context.ts';
import type { TypeRef } from './facts.ts';
import { lowerMembers } from './lower-type.ts';
import ts from './typescript.ts';

/** Members that interfaces get in `declare module 'name'`, and in namespaces of `declare global`, by name. */
export function augmentedMembers(context: Context, statements: readonly ts.Statement[]): Record<string, TypeRef> {
  const members = Object.create(null) as Record<string, TypeRef>;
  const collect = (node: ts.Statement, isForeign: boolean): void => {
    if (ts.isModuleDeclaration(node) && node.body && ts.isModuleBlock(node.body)) for (const inner of node.body.statements) collect(inner, isForeign || isNamespace(node));
    if (!isForeign || !ts.isInterfaceDeclaration(node)) return;
    const declared = lowerMembers(context, node.members);
    if (declared.k === 'object') for (const [name, { type }] of Object.entries(declared.members)) if (type) members[name] = type;
  };
  for (const node of statements) if (ts.isModuleDeclaration(node)) collect(node, ts.isStringLiteral(node.name));
  return members;
}

/** `namespace Express { … }`, and not `declare global { … }`: what stands on `window` is known by its name. */
function isNamespace(node: ts.ModuleDeclaration): boolean {
  return ts.isIdentifier(node.name) && node.name.text !== 'global';
}
