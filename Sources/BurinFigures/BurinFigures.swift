// Exports what a catalog of figures needs, with all of Burin.

@_exported public import Burin
