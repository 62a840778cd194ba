// L12.a: 3 points
// says: One epoch late
- if (waited == patience) (rate, waited) = (rate * factor, 0);
+ if (waited > patience) (rate, waited) = (rate * factor, 0);
