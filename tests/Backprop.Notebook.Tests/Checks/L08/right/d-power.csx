// L08.d
(long Paths, long Edges) Count(int layers, int width) =>
    ((long)Math.Pow(width, layers), 2L * width + (layers - 1L) * width * width);
