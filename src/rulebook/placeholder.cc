namespace credence { }
