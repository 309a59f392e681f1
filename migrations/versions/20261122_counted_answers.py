"""which release counted answers about impact first

Revision ID: 8d41f3a6c2be
Revises: 5e25c8df7f9c
Create Date: 2026-11-22 08:45:10.204417

"""
from alembic import op
import sqlalchemy as sa


# revision identifiers, used by Alembic.
revision = '8d41f3a6c2be'
down_revision = '5e25c8df7f9c'
branch_labels = None
depends_on = None


def upgrade():
    op.create_table('counted_answers',
    sa.Column('response_id', sa.Integer(), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['release.id'], name=op.f('fk_counted_answers_release_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['response_id'], ['response.id'], name=op.f('fk_counted_answers_response_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('response_id', name=op.f('pk_counted_answers'))
    )


def downgrade():
    op.drop_table('counted_answers')
