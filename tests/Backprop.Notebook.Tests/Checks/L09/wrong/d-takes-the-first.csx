// L09.d: 3 points
// says: not the first
- if (off > most) (most, worst) = (off, i);
+ if (off > most && worst < 0) worst = i;
