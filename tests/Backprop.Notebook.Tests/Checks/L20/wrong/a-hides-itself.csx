// L20.a: 3 points
// says: Query i does not see key i
- int seen = causal ? i + 1 : K.Length;
+ int seen = causal ? Math.Max(1, i) : K.Length;
