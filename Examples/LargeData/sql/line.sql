-- The points of a line that a picture shows: of each slice of x, the rows with the least and the
-- greatest x and y. DuckDB and PostgreSQL run it as it is.
--
-- The slices: with 256 for each point of the plot's width, pixels at two for each point differ by at
-- most 1 of 255 from those of all rows. 200,000 are enough for a plot of 780 points.
WITH ends AS (
  SELECT min(x) AS low, max(x) AS high FROM samples
), sliced AS (
  SELECT x, y, CAST(floor((x - low) / (high - low) * 200000) AS integer) AS slice
  FROM samples, ends
), extremes AS (
  SELECT slice, min(x) AS x0, max(x) AS x1, min(y) AS y0, max(y) AS y1
  FROM sliced
  GROUP BY slice
)
SELECT s.x, s.y
FROM sliced AS s
JOIN extremes AS e ON s.slice = e.slice
WHERE s.x IN (e.x0, e.x1) OR s.y IN (e.y0, e.y1)
ORDER BY s.x
