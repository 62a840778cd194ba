global::Backprop.Check.Hidden("L08.c", S, 21, 22, 23);
global::Backprop.Check.Score("L08.c")
