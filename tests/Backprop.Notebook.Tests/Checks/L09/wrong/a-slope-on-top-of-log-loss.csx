// L09.a: 4 points
// says: it has cancelled already
- if (loss == "squared" && unit == "sigmoid")
+ if (unit == "sigmoid")
