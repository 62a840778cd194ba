// L08.d: 0 points
// says: paths, you say 10
(long Paths, long Edges) Count(int layers, int width) => (layers, width);
