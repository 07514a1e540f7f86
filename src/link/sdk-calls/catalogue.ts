/** The SDK catalogue, indexed by how programs come by a client. */
import type { Sdk, SdkModule, Shape } from '../../sdk/types.ts';
import { globalNeedles, specifierNeedles } from '../program/needles.ts';
import type { SdkValue, Value } from '../values/value.ts';

export interface Catalogue {
  /** The export of an SDK's package, or null where the specifier is no SDK's or has no such export. */
  exported(specifier: string, name: string): Value | null;
  isSdk(specifier: string): boolean;
  global(name: string): Value | null;
  ambientType(name: string): Value | null;
  /** Makes a client known as a member of an SDK's main client: `mixpanel.init(token, {}, 'second')` gives `mixpanel.second`. */
  register(sdk: Sdk, name: string): void;
  /** Specifiers and globals whose mention makes a file a candidate. */
  readonly needles: readonly string[];
}

const GLOBAL_OBJECTS = ['window', 'globalThis', 'self', 'global'];

export function createCatalogue(known: readonly Sdk[], userGlobals: Readonly<Record<string, string>>): Catalogue {
  const registered = new Map<Sdk, Record<string, Shape>>();
  const sdks = known.map((sdk) => withOwnMembers(sdk, registered));
  const modules = new Map<string, Listed | null>();
  const globals = new Map<string, Sdk>();
  const types = new Map<string, Sdk>();
  for (const sdk of sdks) {
    for (const module of sdk.modules) for (const specifier of module.specifiers) modules.set(specifier, { sdk, module });
    for (const name of sdk.globals ?? []) globals.set(name, sdk);
    for (const name of sdk.ambientTypes ?? []) types.set(name, sdk);
  }
  for (const [name, id] of Object.entries(userGlobals)) {
    const sdk = sdks.find((one) => one.id === id);
    if (sdk) globals.set(name, sdk);
  }
  const specifiers = [...modules.keys()];
  const listed = (specifier: string): Listed | null => {
    const known = modules.get(specifier);
    if (known !== undefined) return known;
    const found = modules.get(packagePart(specifier, specifiers) ?? '') ?? null;
    modules.set(specifier, found);
    return found;
  };
  const client = (sdk: Sdk | undefined): SdkValue | null => (sdk ? sdkValue(sdk, 'client') : null);

  return {
    exported(specifier, name) {
      const found = listed(specifier);
      if (!found) return null;
      const { sdk, module } = found;
      if (name === '*') return sdkValue(sdk, module.namespace ?? { members: module.exports });
      const shape = Object.hasOwn(module.exports, name) ? module.exports[name] : undefined;
      if (shape) return sdkValue(sdk, shape);
      if (name === 'default') return module.namespace ? sdkValue(sdk, module.namespace) : null;
      return module.namespace ? sdkMember(sdkValue(sdk, module.namespace), name) : null;
    },
    isSdk: (specifier) => listed(specifier) !== null,
    global: (name) => clientOfPage(globals.get(name), Object.hasOwn(userGlobals, name)),
    ambientType: (name) => client(types.get(name)),
    register(sdk, name) {
      const members = registered.get(sdk);
      if (members && !Object.hasOwn(members, name)) members[name] = 'client';
    },
    needles: [...specifiers.flatMap(specifierNeedles), ...[...globals].flatMap(([name, sdk]) => globalNeedles(name, sdk, GLOBAL_OBJECTS)), ...Object.keys(userGlobals)],
  };
}

interface Listed {
  readonly sdk: Sdk;
  readonly module: SdkModule;
}

/**
 * The listed specifier into which another one reaches: files inside a package export what the package does. Packages of
 * one word are left out, because folders of programs are called so, too.
 */
function packagePart(specifier: string, listed: readonly string[]): string | undefined {
  const around = listed.filter((one) => specifier.startsWith(`${one}/`) && !/^\w+$/.test(one));
  return around.sort((a, b) => b.length - a.length)[0];
}

/** A copy of an SDK whose client can be given members, for one program. */
function withOwnMembers(sdk: Sdk, registered: Map<Sdk, Record<string, Shape>>): Sdk {
  if (!Object.values(sdk.client.methods).some(({ registers }) => registers !== undefined)) return sdk;
  const members = { ...sdk.client.members };
  const copy = { ...sdk, client: { ...sdk.client, members } };
  registered.set(copy, members);
  return copy;
}

/** What a client that a page has under a global name was made of: nobody knows. */
export const OF_PAGE: readonly Value[] = [];

function clientOfPage(sdk: Sdk | undefined, isDeclared: boolean): SdkValue | null {
  return sdk ? sdkValue(sdk, 'client', isDeclared ? [] : OF_PAGE) : null;
}

export function sdkValue(sdk: Sdk, shape: Shape, made: readonly Value[] = []): SdkValue {
  return { k: 'sdk', sdk, shape, made };
}

export function isGlobalObject(name: string): boolean {
  return GLOBAL_OBJECTS.includes(name);
}

/** A member or method of an SDK's value; null where it has none of that name. */
export function sdkMember(value: SdkValue, name: string): Value | null {
  const { sdk, shape } = value;
  const { members, methods } = shape === 'client' ? sdk.client : shape;
  if (members && Object.hasOwn(members, name) && members[name]) return sdkValue(sdk, members[name], value.made);
  const method = methods && Object.hasOwn(methods, name) ? methods[name] : undefined;
  if (method) return { k: 'method', of: value, name, method };
  // CommonJS interop, and `const [analytics] = await AnalyticsBrowser.load()`.
  if (shape === 'client' && (name === 'default' || name === '0')) return value;
  return null;
}
