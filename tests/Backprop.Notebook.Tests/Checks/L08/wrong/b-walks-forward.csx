// L08.b: 1 points
// says: go the other way, the output first
- for (int i = order.Count - 1; i >= 0; i--)
+ for (int i = 0; i < order.Count; i++)
