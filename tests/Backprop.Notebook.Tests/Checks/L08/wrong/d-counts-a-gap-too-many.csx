// L08.d: 1 points
// says: gaps between them
- return (paths, 2L * width + (long)width * width * (layers - 1));
+ return (paths, (long)width * width * layers);
