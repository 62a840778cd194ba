// L09.a: 4 points
// says: Behind it comes the slope of the sigmoid
- if (loss == "squared" && unit == "sigmoid")
+ if (loss == "cubed")
