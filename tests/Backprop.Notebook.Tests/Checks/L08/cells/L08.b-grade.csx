global::Backprop.Check.Hidden("L08.b", Slopes, 41, 42, 43);
global::Backprop.Check.Score("L08.b")
