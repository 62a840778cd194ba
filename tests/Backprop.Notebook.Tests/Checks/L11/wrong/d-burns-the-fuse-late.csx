// L11.d: 3 points
// says: it stops
- if (e + 1 >= most) return (e + 1, "epochs");
+ if (e + 1 > most) return (e + 1, "epochs");
