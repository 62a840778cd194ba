// L12.a: 3 points
// says: in each epoch that follows
- if (waited == patience) (rate, waited) = (rate * factor, 0);
+ if (waited >= patience) rate *= factor;
