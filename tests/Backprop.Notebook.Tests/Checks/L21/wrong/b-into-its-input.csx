// L21.b: 4 points
// says: other numbers after the call
- return c;
+ if (a.Length == c.Length) c.CopyTo(a, 0); return c;
