import ts from '#typescript';

if (typeof ts.createSourceFile !== 'function')
  throw new Error('tracklint needs the compiler API of typescript 6; the installed typescript has none.');

export default ts;
