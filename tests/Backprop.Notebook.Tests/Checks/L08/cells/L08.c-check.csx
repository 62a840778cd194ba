global::Backprop.Check.Run("L08.c", S)
