// L11.b: 1 points
// says: Row numbers begin at 0
- int[] rows = [.. Enumerable.Range(0, count)];
+ int[] rows = [.. Enumerable.Range(1, count)];
