-- Writes the width, the ascent and the descent of each formula in points of TeX at 10 points, with the
-- italic correction of every letter.
tex.mathitalicsmode = 1
tex.mathdelimitersmode = 2
local out = assert(io.open(os.getenv("TEX_POSITIONS"), "w"))
local point = tex.sp("1pt")

function burin_box()
  local box = tex.box[0]
  out:write(string.format("%.3f %.3f %.3f\n",
    box.width / point, box.height / point, box.depth / point))
end

function burin_finish() out:close() end

for line in io.lines(os.getenv("TEX_CORPUS")) do
  if line:sub(1, 2) == "D " then
    tex.print("\\begingroup\\setbox0\\hbox{$\\csname @displaytrue\\endcsname\\displaystyle "
      .. line:sub(3) .. "$}\\directlua{burin_box()}\\endgroup x\\par")
  end
end
tex.print("\\directlua{burin_finish()}")
