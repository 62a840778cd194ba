// L04.d: 0 points
// says: That is the fraction of the living
- if (!speaks) dead++;
+ if (speaks) dead++;
