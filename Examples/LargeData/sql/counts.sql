-- How many points lie in each cell of a picture of 600 × 400 cells over -4…4 in both directions.
-- DuckDB and PostgreSQL run it as it is.
SELECT
  least(599, CAST(floor((x + 4) / 8 * 600) AS integer)) AS cell_x,
  least(399, CAST(floor((y + 4) / 8 * 400) AS integer)) AS cell_y,
  count(*) AS points
FROM samples
WHERE x BETWEEN -4 AND 4 AND y BETWEEN -4 AND 4
GROUP BY cell_x, cell_y
