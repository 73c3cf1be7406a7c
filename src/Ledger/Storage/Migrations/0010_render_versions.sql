-- What a PDF was drawn with: program, fonts, theme and system libraries, each with its version. Null: drawn before this was kept.
alter table rendered_statements add column drawn_with text;
