global::Backprop.Check.Hidden("L08.d", Count, 11, 12, 13);
global::Backprop.Check.Score("L08.d")
