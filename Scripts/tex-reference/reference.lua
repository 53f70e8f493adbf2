-- Walks the node lists that LuaTeX creates from the corpus and writes what they show.
--
-- The output has one line for each formula (`f T|D source`), the box (`b width ascent descent`) and a
-- line for each glyph (`g m|t glyph size x y`, m of the math font, t of the text font) and rule (`r x y width height`), in ems of the
-- text size, x to the right, y downwards from the baseline; glyphs are indices into the font.

local folder = os.getenv("TEX_REFERENCE")
local out = assert(io.open(os.getenv("TEX_POSITIONS"), "w"))
local em = tex.sp("10pt")
local running = -1073741824

local function number(value)
  local text = string.format("%.5f", value / em):gsub("0+$", ""):gsub("%.$", "")
  return text == "-0" and "0" or text
end

local glyph_id, rule_id, hlist_id, vlist_id, kern_id, glue_id =
  node.id("glyph"), node.id("rule"), node.id("hlist"), node.id("vlist"), node.id("kern"),
  node.id("glue")

local function write_glyph(n, x, y)
  -- TeX's own fonts, with which LaTeX draws slanted lines for \cancel, have no glyph indices.
  local data = font.getfont(n.font)
  if not data then return end
  local character = data.characters[n.char]
  local kind = data.psname:find("Math") and "m" or "t"
  out:write(
    "g ", kind, " ", character.index, " ", number(data.size), " ", number(x + n.xoffset), " ",
    number(y - n.yoffset), "\n")
end

local function write_rule(x, y, width, height)
  if width > 0 and height > 0 then
    out:write("r ", number(x), " ", number(y), " ", number(width), " ", number(height), "\n")
  end
end

local horizontal, vertical

-- x and y are the position of the list's reference point.
function horizontal(box, x, y)
  for n in node.traverse(box.list) do
    if n.id == glyph_id then
      write_glyph(n, x, y)
      x = x + n.width
    elseif n.id == rule_id then
      local height = n.height == running and box.height or n.height
      local depth = n.depth == running and box.depth or n.depth
      write_rule(x, y - height, n.width, height + depth)
      x = x + n.width
    elseif n.id == hlist_id then
      horizontal(n, x, y + n.shift)
      x = x + n.width
    elseif n.id == vlist_id then
      vertical(n, x, y + n.shift)
      x = x + n.width
    elseif n.id == kern_id then
      x = x + n.kern
    elseif n.id == glue_id then
      x = x + node.effective_glue(n, box)
    end
  end
end

function vertical(box, x, y)
  y = y - box.height
  for n in node.traverse(box.list) do
    if n.id == rule_id then
      local width = n.width == running and box.width or n.width
      write_rule(x, y, width, n.height + n.depth)
      y = y + n.height + n.depth
    elseif n.id == hlist_id then
      horizontal(n, x + n.shift, y + n.height)
      y = y + n.height + n.depth
    elseif n.id == vlist_id then
      vertical(n, x + n.shift, y + n.height)
      y = y + n.height + n.depth
    elseif n.id == kern_id then
      y = y + n.kern
    elseif n.id == glue_id then
      y = y + node.effective_glue(n, box)
    end
  end
end

function dump()
  local box = tex.box[0]
  out:write(
    "b ", number(box.width), " ", number(box.height), " ", number(box.depth), "\n")
  horizontal(box, 0, 0)
end

-- LuaTeX adds the italic correction only between characters, unless it is set to follow the MATH
-- table's description.
if os.getenv("TEX_ITALICS") then
  tex.mathitalicsmode = 1
  tex.mathdelimitersmode = 2
end

local formulas = {}
for line in io.lines(os.getenv("TEX_CORPUS")) do
  local style, source = line:match("^([TD]) (.*)$")
  if style then formulas[#formulas + 1] = { style, source } end
end

function begin(index)
  out:write("f ", formulas[index][1], " ", formulas[index][2], "\n")
end

for index, formula in ipairs(formulas) do
  local style = formula[1] == "D" and "\\displaystyle " or "\\textstyle "
  tex.print("\\directlua{begin(" .. index .. ")}")
  -- amsmath checks this switch where \pmod depends on the style.
  local switch = formula[1] == "D" and "\\csname @displaytrue\\endcsname" or ""
  tex.print("\\setbox0\\hbox{$" .. switch .. style .. formula[2] .. "$}")
  tex.print("\\directlua{dump()}")
end
function finish() out:close() end
tex.print("\\directlua{finish()}")
