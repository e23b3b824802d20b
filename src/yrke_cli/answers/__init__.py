"""Parts of answers that several commands give: pay rows as a table, routes as steps, trees and requirements."""
