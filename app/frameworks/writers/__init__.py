"""Writers of frameworks, one module per format. Each gives the bytes of a file that is read back here whole."""
