global::Backprop.Check.Hidden("L08.a", Play, 31, 32, 33);
global::Backprop.Check.Score("L08.a")
