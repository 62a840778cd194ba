// L03.c: 0 points
// says: a probability has a negative logarithm
- return Math.Max
+ return -Math.Max
- + Math.Log(1 +
+ - Math.Log(1 +
