"""Text: normal form, tokens, stems, stop words, languages; arrays of words in, words out."""
