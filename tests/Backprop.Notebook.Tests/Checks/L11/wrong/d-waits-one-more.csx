// L11.d: 2 points
// says: in the p-th epoch of waiting
- if (waited >= patience) return (e + 1, "validation");
+ if (waited > patience) return (e + 1, "validation");
