// L12.a: 3 points
// says: compare with the best
- if (loss < best) (best, waited) = (loss, 0);
+ waited = loss < best ? -1 : waited;
- else waited++;
+ (best, waited) = (loss, waited + 1);
