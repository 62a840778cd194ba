global::Backprop.Check.Run("L08.d", Count)
