// L08.d: 1 points
// says: every node is joined to every node
- return (paths, 2L * width + (long)width * width * (layers - 1));
+ return (paths, (layers + 1L) * width);
