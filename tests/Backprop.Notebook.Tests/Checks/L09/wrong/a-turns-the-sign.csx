// L09.a: 0 points
// says: so h - t
- h.Select((v, i) => v - t[i])
+ h.Select((v, i) => t[i] - v)
